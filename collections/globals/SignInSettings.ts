import type { Field, GlobalConfig } from 'payload'
import { secureGlobal } from '@/access/secureCollection'
import { forgetSignInSettings } from '@/access/session/signInSettings'
import { timeBounds } from '@/src/domain/signIn/standing'

const timeField = (name: keyof typeof timeBounds, label: string, unit: string): Field => {
  const { min, max, standard } = timeBounds[name]
  return {
    name,
    type: 'number',
    label: `${label} (${unit})`,
    required: true,
    defaultValue: standard,
    validate: (value: unknown) =>
      typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
        ? true
        : `${label}: enter a whole number from ${min} to ${max} (${unit}).`,
    admin: { description: `From ${min} to ${max}. The product starts with ${standard}.` },
  }
}

/** How people sign in and how long a session lasts. */
export const SignInSettings: GlobalConfig = secureGlobal({
  slug: 'sign-in-settings',
  label: 'Sign-in settings',
  admin: { group: 'Settings' },
  fields: [
    {
      name: 'isFactorRequired',
      type: 'checkbox',
      label: 'Staff need a second factor',
      defaultValue: true,
      admin: {
        description:
          'A code from an authenticator app, or a passkey. Without it nobody on staff sees anything.',
      },
    },
    timeField('staffIdleMinutes', 'Staff are signed out when nothing happens for', 'minutes'),
    timeField('staffHours', 'Staff sign in again after', 'hours'),
    timeField('portalIdleMinutes', 'Patients are signed out when nothing happens for', 'minutes'),
    timeField('portalHours', 'Patients sign in again after', 'hours'),
  ],
  hooks: {
    afterChange: [
      ({ doc, req }) => {
        forgetSignInSettings(req.payload)
        return doc
      },
    ],
  },
})
