// npm run rules [-- --json]: every workflow rule with where it applies, who may override, and its tests.
import { ruleList } from './lib/ruleList'
import { bold, dim, main, red, say } from './lib/say.mjs'

await main(async () => {
  const rules = ruleList()
  if (process.argv.includes('--json')) {
    say(JSON.stringify(rules, null, 2))
    return 0
  }
  for (const { id, title, area, appliesTo, override, tests } of rules) {
    say(`${bold(id)} ${title}`)
    say(dim(`  area      ${area}`))
    say(dim(`  applies   ${appliesTo.join(', ')}`))
    say(dim(`  override  ${override.join(', ') || 'nobody'}`))
    if (!tests.length) say(red('  no test names it'))
    for (const test of tests) say(dim(`  test      ${test}`))
  }
  say()
  const untested = rules.filter(({ tests }) => !tests.length)
  say(
    `${rules.length} rules, ${untested.length ? `${untested.length} without a test: ${untested.map(({ id }) => id).join(' ')}` : 'all tested'}`,
  )
  return 0
})
