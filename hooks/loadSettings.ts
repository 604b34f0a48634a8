import type { PayloadRequest } from 'payload'
import {
  type RuleSettings,
  resolveSettings,
  type SettingException,
  type SettingTarget,
} from './rules/settings'

type Stored = { practice?: Record<string, unknown>; exceptions?: SettingException[] }
type Bag = { ruleSettings?: Promise<Stored> }

const load = async (req: PayloadRequest): Promise<Stored> =>
  ((await req.payload.db.findGlobal({ slug: 'rule-settings', req })) ?? {}) as Stored // read by name

/** The numbers in force for a payer, state or service; read once per request. */
export const loadSettings = async (
  req: PayloadRequest,
  target: SettingTarget,
): Promise<RuleSettings> => {
  const bag = req.context as Bag
  bag.ruleSettings ??= load(req)
  const stored = await bag.ruleSettings
  return resolveSettings({
    practice: stored.practice ?? {},
    exceptions: stored.exceptions ?? [],
    target,
  })
}
