import { formatMoney } from '@/src/domain/money'
import type { Row } from '@/src/domain/row'
import { settingDefinitions } from './settingDefinitions'

export type SettingName = keyof typeof settingDefinitions

export type RuleSettings = Record<SettingName, number>

export const settingNames = Object.keys(settingDefinitions) as SettingName[]

export const standardSettings: RuleSettings = Object.fromEntries(
  settingNames.map((name) => [name, settingDefinitions[name].standard]),
) as RuleSettings // one entry per name

/** Amounts of money are asked for and shown in dollars, and kept in whole cents like all others. */
export const isAmount = (name: SettingName): boolean => settingDefinitions[name].unit === 'cents'

const spelled = (name: SettingName, value: number): string =>
  isAmount(name) ? formatMoney(value) : String(value)

/** A setting for people: what it is called, what it takes and what the product starts with. */
export const settingWords = (name: SettingName) => {
  const { label, unit, min, max, standard, rule } = settingDefinitions[name]
  const bounds = `${spelled(name, min)} to ${spelled(name, max)}`
  return {
    label: isAmount(name) ? label : `${label} (${unit})`,
    refusal: isAmount(name)
      ? `${label}: enter an amount from ${bounds}.`
      : `${label}: enter a whole number from ${bounds} (${unit}).`,
    bounds,
    standard: spelled(name, standard),
    rule,
  }
}

export type SettingException = { level: string; target: string; setting: string; value: number }

const levels = ['payer', 'state', 'service'] as const

export type SettingTarget = Partial<Record<(typeof levels)[number], string | null>>

const isInBounds = (name: SettingName, value: unknown): value is number =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  value >= settingDefinitions[name].min &&
  value <= settingDefinitions[name].max

/** Practice, then payer, then state, then service: the later level wins. */
export const resolveSettings = ({
  practice,
  exceptions,
  target,
}: {
  practice: Row
  exceptions: readonly SettingException[]
  target: SettingTarget
}): RuleSettings => {
  const settings = { ...standardSettings }
  for (const name of settingNames) {
    const value = practice[name]
    if (isInBounds(name, value)) settings[name] = value
    for (const level of levels) {
      const special = exceptions.find(
        (each) => each.level === level && each.setting === name && each.target === target[level],
      )
      if (special && isInBounds(name, special.value)) settings[name] = special.value
    }
  }
  return settings
}
