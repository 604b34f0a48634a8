/** Facts a mail may hold: first names, times, links. Nothing clinical, ever. */
export type MailFacts = Readonly<Record<string, string>>

type Template = {
  subject: string
  body: (facts: MailFacts) => string
  isSignInLink?: boolean
  /** Goes to the address somebody signs in with, whatever they asked for otherwise. */
  isAboutSignIn?: boolean
}

const sign = (facts: MailFacts): string =>
  `\n\n${facts['practice'] ?? 'The practice'}\n${facts['phone'] ?? ''}\nIn immediate danger call 911. Call or text 988 to reach the Suicide and Crisis Lifeline.`

const greet = (facts: MailFacts): string => `Hello ${facts['name'] || 'there'},\n\n`

export const mailTemplates = {
  'staff-invitation': {
    subject: 'Your account at the practice',
    isSignInLink: true,
    body: (facts) =>
      `${greet(facts)}An account was made for you. Choose a password here within three days:\n${facts['link'] ?? ''}`,
  },
  'portal-invitation': {
    subject: 'Your private page with us',
    isSignInLink: true,
    isAboutSignIn: true,
    body: (facts) =>
      `${greet(facts)}Your private page is ready. Choose a password here within seven days:\n${facts['link'] ?? ''}\n\nThere you find your appointment and a few things to complete before it.`,
  },
  'password-reset': {
    subject: 'Choose a new password',
    isSignInLink: true,
    isAboutSignIn: true,
    body: (facts) =>
      `${greet(facts)}Somebody asked to choose a new password for this address. If it was you, do it here within 30 minutes:\n${facts['link'] ?? ''}\n\nIf it was not you, do nothing.`,
  },
  'email-confirm': {
    subject: 'Confirm your new e-mail address',
    isSignInLink: true,
    isAboutSignIn: true,
    body: (facts) =>
      `${greet(facts)}Somebody who is signed in wants to use this address from now on. If it was you, confirm it here within an hour:\n${facts['link'] ?? ''}\n\nIf it was not you, do nothing.`,
  },
  'email-asked': {
    subject: 'Your e-mail address is about to change',
    isAboutSignIn: true,
    body: (facts) =>
      `${greet(facts)}Somebody who is signed in to your account asked to use another e-mail address. It changes once the new address is confirmed. If it was not you, call us now.`,
  },
  'sign-in-changed': {
    subject: 'How you sign in was changed',
    isAboutSignIn: true,
    body: (facts) =>
      `${greet(facts)}Your password or your second factor was changed just now. If it was not you, call us.`,
  },
  'appointment-booked': {
    subject: 'Your appointment',
    body: (facts) =>
      `${greet(facts)}Your appointment is on ${facts['when'] ?? ''}, ${facts['where'] ?? ''}.`,
  },
  'series-changed': {
    subject: 'Your regular appointments',
    body: (facts) =>
      `${greet(facts)}Several of your appointments were booked, moved or canceled together. Your private page shows them all as they are now:\n${facts['link'] ?? ''}`,
  },
  'appointment-changed': {
    subject: 'Your appointment has changed',
    body: (facts) =>
      `${greet(facts)}Your appointment is now on ${facts['when'] ?? ''}, ${facts['where'] ?? ''}.`,
  },
  'appointment-cancelled': {
    subject: 'Your appointment was canceled',
    body: (facts) => `${greet(facts)}Your appointment on ${facts['when'] ?? ''} was canceled.`,
  },
  'something-to-read': {
    subject: 'Something new on your private page',
    body: (facts) =>
      `${greet(facts)}There is something new for you. Sign in to read it:\n${facts['link'] ?? ''}`,
  },
  'statement-ready': {
    subject: 'A new statement is ready',
    body: (facts) =>
      `${greet(facts)}A new statement is on your private page:\n${facts['link'] ?? ''}`,
  },
  'on-call-alert': {
    subject: 'Urgent: open the product now',
    body: (facts) =>
      `${greet(facts)}Something urgent needs you now. Open your tasks:\n${facts['link'] ?? ''}`,
  },
  'emergency-access': {
    subject: 'A chart was opened by emergency access',
    body: (facts) =>
      `${greet(facts)}Somebody at the practice has just opened a chart by emergency access, to read it for a short time. You get this because you are responsible for privacy or for this patient. Sign in to see whose chart it is, who opened it and why:\n${facts['link'] ?? ''}`,
  },
} as const satisfies Record<string, Template>

export type MailTemplate = keyof typeof mailTemplates

export const isMailTemplate = (value: string): value is MailTemplate => value in mailTemplates

export const isAboutSignIn = (name: MailTemplate): boolean => {
  const template: Template = mailTemplates[name]
  return template.isAboutSignIn === true
}

export const renderMail = (
  name: MailTemplate,
  facts: MailFacts,
): { subject: string; text: string } => {
  const template: Template = mailTemplates[name]
  return { subject: template.subject, text: `${template.body(facts)}${sign(facts)}` }
}

/** The same for somebody who asked that nothing says who writes: no name, no place, no telling subject. */
export const renderNeutralMail = (
  name: MailTemplate,
  facts: MailFacts,
): { subject: string; text: string } => ({
  subject: 'A message for you',
  text: isAboutSignIn(name)
    ? mailTemplates[name].body(facts)
    : `${greet(facts)}There is a message for you. Sign in to read it:\n${facts['link'] ?? ''}`,
})
