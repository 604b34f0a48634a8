import { type JSXConvertersFunction, RichText } from '@payloadcms/richtext-lexical/react'
import { isSafeLink } from '@/src/domain/outreach/safeLink'
import { carry, type Visit } from '@/src/domain/outreach/visit'
import { asRow } from '@/src/lib/website/rows'

const convertersFor =
  (visit: Visit): JSXConvertersFunction =>
  ({ defaultConverters }) => ({
    ...defaultConverters,
    link: ({ node, nodesToJSX }) => {
      const words = nodesToJSX({ nodes: node.children })
      const { url } = node.fields
      if (!isSafeLink(url)) return <>{words}</>
      return (
        <a href={carry(url, visit)} rel={/^https?:/.test(url) ? 'noreferrer noopener' : undefined}>
          {words}
        </a>
      )
    },
  })

/** Text written in the editor, as elements; no markup of anybody else's gets through. */
export const RichProse = ({ body, visit }: { body: unknown; visit: Visit }) => {
  const root = asRow(asRow(body)?.['root'])
  if (!root) return null
  return <RichText className="prose" data={body as never} converters={convertersFor(visit)} /> // the editor's own shape
}
