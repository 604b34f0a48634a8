import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { OpenapiDocument } from './document'
import { isJson, type Json } from './json'

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const safe = (text: unknown): string =>
  String(text ?? '').replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign)

/** The little of Markdown that our own descriptions use. */
const marked = (text: unknown): string =>
  safe(text)
    .replaceAll(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replaceAll(/`(.+?)`/g, '<code>$1</code>')

const prose = (text: unknown): string =>
  marked(text)
    .split(/\n{2,}/)
    .filter(Boolean)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')

const follow = (document: OpenapiDocument, value: unknown): Json => {
  if (!isJson(value)) return {}
  const target = String(value['$ref'] ?? '').match(/^#\/components\/(\w+)\/(.+)$/)
  if (!target) return value
  return document.components[String(target[1])]?.[String(target[2])] as Json // a reference of ours
}

const typeOf = (schema: unknown): string => {
  if (!isJson(schema)) return ''
  const name = String(schema['$ref'] ?? '')
    .split('/')
    .at(-1)
  if (name) return `<a href="#schema-${safe(name)}">${safe(name)}</a>`
  if (Array.isArray(schema['enum'])) return schema['enum'].map((each) => safe(each)).join(' | ')
  for (const key of ['oneOf', 'anyOf', 'allOf'])
    if (Array.isArray(schema[key])) return schema[key].map(typeOf).filter(Boolean).join(' | ')
  if (schema['type'] === 'array') return `list of ${typeOf(schema['items']) || 'anything'}`
  return safe([schema['type'] ?? 'anything'].flat().join(' | '))
}

const table = (heading: string, rows: readonly (readonly string[])[]): string =>
  rows.length
    ? `<table><caption>${safe(heading)}</caption><tbody>${rows
        .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`
    : ''

const propertiesOf = (heading: string, schema: Json): string => {
  const properties = isJson(schema['properties']) ? schema['properties'] : {}
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  const rows = Object.entries(properties).map(([name, each]) => [
    `<code>${safe(name)}</code>${required.includes(name) ? ' (needed)' : ''}`,
    typeOf(each),
    safe(isJson(each) ? each['description'] : ''),
  ])
  return table(heading, rows)
}

const contentOf = (holder: unknown): Json => {
  const content = isJson(holder) && isJson(holder['content']) ? holder['content'] : {}
  return isJson(content['application/json']) ? content['application/json'] : {}
}

const examplesOf = (holder: unknown, what: string): string => {
  const { examples } = contentOf(holder)
  return Object.values(isJson(examples) ? examples : {})
    .filter(isJson)
    .map(
      ({ description, summary, value }) =>
        `<figure><figcaption>${safe(what)}: ${safe(summary)}</figcaption><pre>${safe(description)}\n\n${safe(JSON.stringify(value, null, 2))}</pre></figure>`,
    )
    .join('')
}

const operationHtml = (
  document: OpenapiDocument,
  { path, method, operation }: { path: string; method: string; operation: Json },
): string => {
  const parameters = (Array.isArray(operation['parameters']) ? operation['parameters'] : []).map(
    (each) => follow(document, each),
  )
  const body = contentOf(operation['requestBody'])
  const responses = isJson(operation['responses']) ? operation['responses'] : {}
  return `<details><summary><b class="m">${safe(method.toUpperCase())}</b> <code>${safe(path)}</code> ${safe(operation['summary'])}</summary>
${prose(operation['description'])}
${table(
  'Parameters',
  parameters.map((each) => [
    `<code>${safe(each['name'])}</code> in ${safe(each['in'])}`,
    typeOf(each['schema']),
    marked(each['description']),
  ]),
)}
${propertiesOf('Sent', follow(document, body['schema']))}
${table(
  'Answers',
  Object.entries(responses).map(([status, each]) => {
    const answer = follow(document, each)
    return [safe(status), typeOf(contentOf(answer)['schema']), marked(answer['description'])]
  }),
)}
${examplesOf(operation['requestBody'], 'Sent')}
${Object.values(responses)
  .map((each) => examplesOf(each, 'Answered'))
  .join('')}
</details>`
}

type Listed = { path: string; method: string; operation: Json; tag: string }

const methods = new Set(['get', 'post', 'patch', 'put', 'delete'])

const operationsOf = ({ paths }: OpenapiDocument): Listed[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      methods.has(method) && isJson(operation)
        ? [{ path, method, operation, tag: String([operation['tags']].flat()[0] ?? 'other') }]
        : [],
    ),
  )

/** The document as one page: no script, nothing from anywhere else. */
export const docsPage = (document: OpenapiDocument): string => {
  const listed = operationsOf(document)
  const tags = [...new Set(listed.map(({ tag }) => tag))].sort()
  const { title, description } = document['info'] as Json // of our document
  const sections = tags.map(
    (tag) =>
      `<section id="${safe(tag)}"><h2>${safe(tag)}</h2>${listed
        .filter((each) => each.tag === tag)
        .map((each) => operationHtml(document, each))
        .join('')}</section>`,
  )
  const schemas = Object.entries(document.components['schemas'] ?? {}).map(
    ([name, schema]) =>
      `<details id="schema-${safe(name)}"><summary><code>${safe(name)}</code></summary>${propertiesOf(name, isJson(schema) ? schema : {})}</details>`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${safe(title)} · API</title><link rel="stylesheet" href="/api/docs.css"></head>
<body><a class="skip" href="#main">To the operations</a><header><h1>${safe(title)}: the API</h1><p><a href="/api/openapi.json">The same for programs (OpenAPI 3.1)</a></p></header>
<nav aria-label="Kinds of records"><ul>${tags.map((tag) => `<li><a href="#${safe(tag)}">${safe(tag)}</a></li>`).join('')}<li><a href="#schemas">Schemas</a></li></ul></nav>
<main id="main">${prose(description)}${sections.join('')}<section id="schemas"><h2>Schemas</h2>${schemas.join('')}</section></main></body></html>`
}

const own = `
* { box-sizing: border-box }
body { margin: 0; background: var(--ops-bg); color: var(--ops-ink); font: 16px/1.5 system-ui, sans-serif;
  display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr); gap: 0 2rem; padding: 1rem 1.5rem }
header { grid-column: 1 / -1 }
h1 { font-size: 1.6rem; margin: 0.5rem 0 }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem }
a { color: var(--ops-brand) }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--ops-focus); outline-offset: 2px }
.skip { position: absolute; left: -999rem }
.skip:focus { left: 1rem; top: 1rem }
nav ul { list-style: none; margin: 0; padding: 0; position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto }
nav a { display: block; padding: 0.25rem 0 }
details { background: var(--ops-surface); border: 1px solid var(--ops-line); border-radius: 6px; margin: 0.5rem 0; padding: 0 1rem }
summary { cursor: pointer; padding: 0.6rem 0; overflow-wrap: anywhere }
.m { color: var(--ops-brand) }
table { width: 100%; border-collapse: collapse; margin: 0.75rem 0 }
caption { text-align: left; font-weight: 600; padding: 0.25rem 0 }
td { border-top: 1px solid var(--ops-line); padding: 0.3rem 0.75rem 0.3rem 0; vertical-align: top; overflow-wrap: break-word }
figure { margin: 0.75rem 0 }
figcaption { font-weight: 600 }
pre { background: var(--ops-bg); border: 1px solid var(--ops-line); border-radius: 6px; padding: 0.75rem; overflow: auto; font-size: 0.875rem }
@media (max-width: 700px) { body { display: block; padding: 0.75rem } nav ul { position: static; max-height: 12rem } }
`

const tokens = readFileSync(resolve('src/styles/tokens.css'), 'utf8')

/** The look of the page: the product's own colors, light and dark. */
export const docsStyle = `${tokens}${own}`
