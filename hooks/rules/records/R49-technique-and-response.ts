import { defineRule } from '../rule'
import { fieldOf, type NoteFacts, noteChecksOf, noteFactsOf } from './noteFacts'

export const techniqueAndResponse = defineRule<NoteFacts>({
  id: 'R49',
  title: 'A session without technique or response cannot be signed',
  area: 'records',
  appliesTo: ['progress-notes:action:sign'],
  override: null,
  facts: (read, { after }) => noteFactsOf(read, after),
  check: ({ change, facts, settings, today }) =>
    noteChecksOf(change.after, facts, { settings, today })
      .filter(({ ok, ruleId }) => !ok && ruleId === 'R49')
      .map(({ message, path }) => ({ path: fieldOf(path), message })),
})
