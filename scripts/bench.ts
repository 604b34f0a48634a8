// npm run bench [-- --only rest,log] [-- --json]: ratios from one run; docs/performance.md says what they are.

import { measureHomes } from './bench/homes'
import { measureInside } from './bench/inside'
import { type Line, printLines, type Tell } from './bench/lines'
import { measureRest } from './bench/rest'
import { measureX12 } from './bench/x12'
import { stopChildrenWithUs } from './lib/processes.mjs'
import { root } from './lib/root.mjs'
import { dim, main, PlainError, say } from './lib/say.mjs'

const parts: Readonly<Record<string, (tell: Tell) => Promise<Line[]>>> = {
  rest: measureRest,
  log: (tell) => measureInside('log', tell),
  words: (tell) => measureInside('words', tell),
  search: (tell) => measureInside('search', tell),
  growth: (tell) => measureInside('growth', tell),
  homes: measureHomes,
  writers: (tell) => measureInside('writers', tell),
  remittances: (tell) => measureInside('remittances', tell),
  imports: (tell) => measureInside('imports', tell),
  'sign-in': (tell) => measureInside('sign-in', tell),
  x12: async () => measureX12(),
}

const wantedParts = (args: readonly string[]): string[] => {
  const at = args.indexOf('--only')
  if (at < 0) return Object.keys(parts)
  const names = (args[at + 1] ?? '').split(',')
  const unknown = names.find((name) => !(name in parts))
  if (unknown !== undefined)
    throw new PlainError(
      `There is no part "${unknown}". Choose from ${Object.keys(parts).join(', ')}: npm run bench -- --only rest,x12`,
    )
  return names
}

await main(async () => {
  process.chdir(root)
  stopChildrenWithUs()
  const args = process.argv.slice(2)
  const isJson = args.includes('--json')
  const tell: Tell = (line) => {
    if (!isJson) say(dim(line))
  }
  const lines: Line[] = []
  for (const name of wantedParts(args)) lines.push(...((await parts[name]?.(tell)) ?? []))
  if (isJson) say(JSON.stringify(lines, null, 2))
  else printLines(lines)
  return 0
})
process.exit()
