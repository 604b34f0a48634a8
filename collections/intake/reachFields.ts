import type { Field } from 'payload'

/** Confidential communication (45 CFR 164.522(b)): wishes, never their reason. What is sent asks src/domain/people/reach.ts. */
export const reachFields: Field[] = [
  {
    type: 'row',
    fields: [
      { name: 'privatePhone', type: 'text', label: 'Call only this number', maxLength: 40 },
      { name: 'privateEmail', type: 'email', label: 'E-mail only to this address' },
    ],
  },
  {
    name: 'privateAddress',
    type: 'textarea',
    label: 'Letters only to this address',
    maxLength: 300,
    admin: { rows: 3 },
  },
  {
    type: 'row',
    fields: [
      { name: 'noEmail', type: 'checkbox', label: 'No e-mail at all', defaultValue: false },
      {
        name: 'isNeutralOutside',
        type: 'checkbox',
        label: 'Nothing on the outside says who writes',
        defaultValue: false,
      },
    ],
  },
]
