import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { actorOf, hasRole } from '@/access/principal'
import { clock } from '@/src/lib/clock'
import { type Finding, Refusal } from '@/src/lib/errors'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'
import type { Change, Override } from './change'
import { factReader, rememberingReader } from './facts'
import { loadSettings } from './loadSettings'
import { rules } from './rules/registry'
import type { AnyRule, FactReader, RuleContext } from './rules/rule'
import { sealTexts } from './sealConfidential'

export type RuleFinding = Finding & { rule: string; status: 409 | 422; isAdvice: boolean }

const rulesByDoor = new Map<string, AnyRule[]>()

const rulesFor = ({ slug, on }: Change): AnyRule[] => {
  const door = `${slug}:${on}`
  const known = rulesByDoor.get(door)
  if (known) return known
  const anywhere = `*:${on}`
  const applying = rules.filter((rule) =>
    rule.appliesTo.some((each) => each === door || each === anywhere),
  )
  rulesByDoor.set(door, applying)
  return applying
}

type Common = Omit<RuleContext<never>, 'facts' | 'settings'>

const checkRule = async (
  rule: AnyRule,
  common: Common,
  req: PayloadRequest,
  read: FactReader,
): Promise<RuleFinding[]> => {
  const { change } = common
  const context = {
    ...common,
    facts: rule.facts ? await rule.facts(read, change) : undefined,
    settings: await loadSettings(req, rule.target?.(change) ?? {}),
  } as RuleContext<never> // facts come from the rule itself
  return rule.check(context).map((finding) => ({
    ...finding,
    rule: rule.id,
    // A finding may be stricter than its rule: an empty list means nobody.
    mayOverride: finding.mayOverride ?? rule.override?.roles,
    status: rule.status ?? 422,
    isAdvice: rule.isAdvice ?? false,
  }))
}

/** Every finding about a change, nothing thrown. */
export const findingsFor = async (req: PayloadRequest, change: Change): Promise<RuleFinding[]> => {
  const applying = rulesFor(change)
  if (!applying.length) return []
  const read = rememberingReader(factReader(req))
  const common: Common = {
    change,
    now: clock.now(),
    today: practiceToday(),
    zone: practiceZone(),
    actor: actorOf(req),
    isSystem: systemMarkOf(req) !== null,
  }
  const found: RuleFinding[] = []
  for (const rule of applying) found.push(...(await checkRule(rule, common, req, read)))
  return found
}

const minimumReason = 5

const overriddenBy = (
  finding: RuleFinding,
  overrides: readonly Override[],
  req: PayloadRequest,
): Override | null => {
  const override = overrides.find((each) => each.rule === finding.rule)
  if (!override || !finding.mayOverride?.length) return null
  if (!finding.mayOverride.some((role) => actorOf(req).principals.some((held) => held === role)))
    return null
  return override.reason.trim().length >= minimumReason ? override : null
}

export type Accepted = {
  overridden: { override: Override; finding: RuleFinding }[]
  advice: RuleFinding[]
}

/**
 * Runs every rule of a door. Throws one Refusal with all sentences that block; answers what was
 * overridden, which the caller stores once the change is certain.
 */
export const enforce = async (
  req: PayloadRequest,
  change: Change,
  overrides: readonly Override[] = [],
): Promise<Accepted> => {
  const found = await findingsFor(req, change)
  const blocking: RuleFinding[] = []
  const overridden: Accepted['overridden'] = []
  for (const finding of found) {
    if (finding.isAdvice) continue
    const override = overriddenBy(finding, overrides, req)
    if (override) overridden.push({ override, finding })
    else blocking.push(finding)
  }
  const [first] = blocking
  if (first) {
    const isConflict = blocking.every((finding) => finding.status === 409)
    throw new Refusal('refused-by-rule', blocking, isConflict ? 409 : 422)
  }
  return { overridden, advice: found.filter((finding) => finding.isAdvice) }
}

/** A rule that was gone past: what it found and the reason that was given. */
export type Passed = { rule: string; message: string; reason: string }

export const passedIn = ({ overridden }: Accepted): Passed[] =>
  [...new Set(overridden.map(({ override }) => override.rule))].map((rule) => {
    // One rule may have found several things; one reason goes past them all.
    const past = overridden.filter(({ override }) => override.rule === rule)
    return {
      rule,
      message: past.map(({ finding }) => finding.message).join(' '),
      reason: past[0]?.override.reason.trim() ?? '',
    }
  })

type PassedChange = {
  passed: readonly Passed[]
  slug: string
  recordId: string
  door: string
  /** Names the change, the same each time it is written down. */
  key: string
}

/** One row per rule that was gone past; writing the same change down again changes nothing. */
export const recordOverrides = async (
  req: PayloadRequest,
  { passed, slug, recordId, door, key }: PassedChange,
): Promise<void> => {
  const actor = actorOf(req)
  for (const { rule, message, reason } of passed) {
    const uniqueKey = `${key}|${rule}`
    const where = { uniqueKey: { equals: uniqueKey } }
    if (await req.payload.db.count({ collection: 'overrides', where, req }).then(isThere)) continue
    const recordUid = randomUUID()
    await req.payload.db.create({
      collection: 'overrides',
      req,
      data: {
        uniqueKey,
        recordUid,
        sealed: await sealTexts(req, 'overrides', { recordUid }, { reason }),
        ruleId: rule,
        ruleMessage: message,
        collectionSlug: slug,
        recordId,
        door,
        staff: actor.id,
        roles: actor.principals.join(' '),
        at: clock.now().toISOString(),
      },
    })
  }
}

const isThere = ({ totalDocs }: { totalDocs: number }): boolean => totalDocs > 0

export const canOverride = (req: PayloadRequest, finding: Finding): boolean =>
  Boolean(finding.mayOverride?.length) && hasRole(actorOf(req), ...(finding.mayOverride as never[])) // roles by name
