/** One line of a person's own history, as its door answers it. */
export type SignInEvent = {
  at: string
  action: string
  outcome: string
  /** How a factor was shown. */
  method: string
  ip: string
}

const words: Readonly<Record<string, string>> = {
  'sign-in': 'Password entered to sign in',
  'sign-out': 'Signed out',
  'password-reset-asked': 'Link for a new password asked for',
  'password-set': 'Password changed',
  'email-changed': 'E-mail address changed',
  'factor-added': 'Second factor added',
  'factor-removed': 'Second factor removed',
  'recovery-codes-made': 'New recovery codes made',
  'sessions-ended': 'Signed out elsewhere',
}

const methods: Readonly<Record<string, string>> = {
  code: 'Code from the app entered',
  passkey: 'Passkey used',
  recovery: 'Recovery code used',
}

/** The same in words. */
export const signInWords = ({ action, method }: SignInEvent): string =>
  action === 'factor-shown' ? (methods[method] ?? 'Second factor used') : (words[action] ?? action)
