type DetailField = {
  name: string
  label: string
  autoComplete?: string
  type?: 'text' | 'email' | 'tel'
  maxLength?: number
  help?: string
  isOptional?: boolean
}

/** What a patient may change about themselves; the practice's own fields are not among them. */
export const detailFields: readonly DetailField[] = [
  {
    name: 'chosenName',
    label: 'Name we call you',
    autoComplete: 'nickname',
    maxLength: 80,
    isOptional: true,
  },
  { name: 'pronouns', label: 'Pronouns', maxLength: 40, isOptional: true },
  { name: 'phone', label: 'Phone', type: 'tel', autoComplete: 'tel', maxLength: 40 },
  {
    name: 'email',
    label: 'E-mail address',
    type: 'email',
    autoComplete: 'email',
    help: 'Where we write to you. You still sign in with the address you were invited at.',
  },
  {
    name: 'addressLine1',
    label: 'Street and number',
    autoComplete: 'address-line1',
    maxLength: 120,
  },
  {
    name: 'addressLine2',
    label: 'Apartment, floor',
    autoComplete: 'address-line2',
    maxLength: 120,
    isOptional: true,
  },
  { name: 'city', label: 'City', autoComplete: 'address-level2', maxLength: 80 },
  { name: 'region', label: 'State (two letters)', autoComplete: 'address-level1', maxLength: 2 },
  { name: 'postalCode', label: 'ZIP', autoComplete: 'postal-code', maxLength: 10 },
  {
    name: 'preferredLanguage',
    label: 'Language',
    autoComplete: 'language',
    maxLength: 40,
    isOptional: true,
  },
]
