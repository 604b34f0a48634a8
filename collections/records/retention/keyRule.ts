import type { CollectionBeforeChangeHook } from 'payload'

/** One rule for a state and a class. */
export const ruleKey = (state: string, recordClass: string): string => `${state}|${recordClass}`

export const keyRule: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { state, recordClass } = { ...originalDoc, ...data }
  data['uniqueKey'] = ruleKey(String(state), String(recordClass))
  return data
}
