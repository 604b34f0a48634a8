import type { Field, GlobalConfig } from 'payload'
import { secureGlobal } from '@/access/secureCollection'
import { settingDefinitions } from '@/hooks/rules/settingDefinitions'
import { isAmount, type SettingName, settingNames, settingWords } from '@/hooks/rules/settings'
import { centsField } from '../fields/scalars'

const wholeNumber = (name: SettingName) => {
  const { min, max } = settingDefinitions[name]
  return (value: unknown): string | true =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? true
      : settingWords(name).refusal
}

const settingField = (name: SettingName): Field => {
  const { label, standard, rule } = settingWords(name)
  const shared = {
    name,
    label,
    required: true,
    description: `Rule ${rule}. The product starts with ${standard}.`,
    defaultValue: settingDefinitions[name].standard,
    validate: wholeNumber(name),
  }
  if (isAmount(name)) return centsField(shared)
  const { description, ...field } = shared
  return { ...field, type: 'number', admin: { description } }
}

/** The numbers the workflow rules use: for the practice, then by payer, state or service. */
export const RuleSettings: GlobalConfig = secureGlobal({
  slug: 'rule-settings',
  label: 'Rule settings',
  admin: { group: 'Settings' },
  fields: [
    { name: 'practice', type: 'group', fields: settingNames.map(settingField) },
    {
      name: 'exceptions',
      type: 'array',
      labels: { singular: 'Exception', plural: 'Exceptions' },
      maxRows: 200,
      fields: [
        { name: 'level', type: 'select', required: true, options: ['payer', 'state', 'service'] },
        {
          name: 'target',
          type: 'text',
          required: true,
          admin: { description: 'Payer or service id, or a state such as OR.' },
        },
        {
          name: 'setting',
          type: 'select',
          required: true,
          options: settingNames.map((value) => ({ value, label: settingDefinitions[value].label })),
        },
        {
          name: 'value',
          type: 'number',
          required: true,
          validate: (
            value: unknown,
            { siblingData }: { siblingData: { setting?: SettingName } },
          ) =>
            siblingData.setting
              ? wholeNumber(siblingData.setting)(value)
              : 'Choose a setting first.',
        },
      ],
    },
  ],
})
