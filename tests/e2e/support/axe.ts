import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Node = { html: string; isInside: boolean }
type Violation = { id: string; impact: string; nodes: Node[] }
type Found = { id: string; impact: string; nodes: { html: string; element: Element }[] }

const law = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const violationsOn = async (
  page: Page,
  rules: readonly string[],
  root = 'body',
): Promise<Violation[]> => {
  await page.evaluate(axe)
  return page.evaluate(
    async ({ runOnly, root }) => {
      const { axe } = window as unknown as {
        axe: { run: (context: Document, options: object) => Promise<{ violations: Found[] }> }
      } // put there in the line before
      const { violations } = await axe.run(document, { runOnly, elementRef: true })
      return violations.map(({ id, impact, nodes }) => ({
        id,
        impact,
        nodes: nodes.map(({ html, element }) => ({
          html,
          isInside: element.closest(root) !== null,
        })),
      }))
    },
    { runOnly: [...rules], root },
  )
}

const told = ({ id, nodes }: Violation): string =>
  `${id}: ${nodes
    .slice(0, 3)
    .map(({ html }) => html.slice(0, 160))
    .join(' | ')}`

/** What an automatic check of accessibility finds grave on a page. */
export const graveFindings = async (page: Page): Promise<string[]> =>
  (await violationsOn(page, law))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(told)

/** Everything it finds on a page that is all ours, good practice included. */
export const findings = async (page: Page): Promise<string[]> =>
  (await violationsOn(page, [...law, 'best-practice'])).map(told)

/** What it finds inside our own part of an admin page, and at how many places around it, by rule. */
export const splitFindings = async (
  page: Page,
  root: string,
): Promise<{ inside: string[]; around: [rule: string, places: number][] }> => {
  const violations = await violationsOn(page, law, root)
  const part = (isInside: boolean): Violation[] =>
    violations
      .map((each) => ({ ...each, nodes: each.nodes.filter((node) => node.isInside === isInside) }))
      .filter(({ nodes }) => nodes.length)
  return {
    inside: part(true).map(told),
    around: part(false).map(({ id, nodes }) => [id, nodes.length]),
  }
}
