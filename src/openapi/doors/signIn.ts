import { type Json, ref } from '../json'
import {
  body,
  choice,
  count,
  instant,
  list,
  map,
  message,
  object,
  orNull,
  type Said,
  text,
  yes,
} from './said'

const signedIn: Json = ref('schemas', 'SessionAnswer')

const ended = object({ message: text(), ended: count('Sessions that ended.') })

const added = ref('schemas', 'FactorAnswer')

const shown: Readonly<Record<string, Json>> = {
  code: text('A code of the authenticator app.'),
  recoveryCode: text('One of the recovery codes; it works once.'),
  passkey: map(),
}

const facts: Readonly<Record<string, Json>> = {
  message: text(),
  standing: choice('full', 'verify', 'enroll'),
  methods: list(text()),
  secondsLeft: count('Until the session ends by itself.'),
  endsAt: instant(),
  absoluteEndsAt: instant(),
  idleMinutes: count(),
  warnSeconds: count(),
  user: object({ id: text(), collection: text() }),
}

/** Shapes that several doors of signing in answer. */
export const signInSchemas: Json = {
  SessionAnswer: {
    ...object(facts, 'user', 'message'),
    description:
      'How far the session reaches: `full`, `verify` (the factor is still to be shown at /verify) or `enroll` (one has to be set up first).',
  },
  FactorAnswer: object(
    { ...facts, recoveryCodes: list(text('Shown once; with the first factor alone.')) },
    ...['user', 'message'],
  ),
  OwnAccount: object(
    {
      user: {
        ...object({
          id: text(),
          email: text(),
          name: text(),
          roles: list(text()),
          collection: text(),
        }),
        type: ['object', 'null'],
      },
      exp: count(),
      strategy: text(),
    },
    ...['exp', 'strategy'],
  ),
  WebsiteVersion: body(
    { id: text(), parent: text(), version: map(), createdAt: instant(), updatedAt: instant() },
    ...['id', 'version'],
  ),
}

/** Everything under /api/auth/{surface}: `staff` for the office, `portal` for patients. */
export const signInDoors: Readonly<Record<string, Said>> = {
  'post /login': {
    summary: 'Sign in',
    description:
      'The session is a cookie. Send the `Origin` of the practice’s own address, here and with everything that a session writes.',
    body: body({ email: text(), password: text() }, 'email', 'password'),
    answer: signedIn,
    isOpen: true,
  },
  'post /logout': { summary: 'Sign out', answer: message, isOpen: true },
  'post /forgot': {
    summary: 'Ask for a link to choose a new password',
    description: 'The answer is the same whether there is such an account.',
    body: body({ email: text() }, 'email'),
    answer: message,
    isOpen: true,
  },
  'post /accept': {
    summary: 'Choose a password by the link of an invitation or of a forgotten password',
    body: body({ token: text(), password: text() }, 'token', 'password'),
    answer: signedIn,
    isOpen: true,
  },
  'post /first-owner': {
    summary: 'Make the account of the first owner',
    description: 'By the token of the address that `npm run setup` printed; it works once.',
    body: body(
      {
        token: text(),
        name: text(),
        email: text(),
        password: text(),
        seesPatients: yes(),
        worksAlone: yes(),
      },
      ...['token', 'name', 'email', 'password'],
    ),
    answer: signedIn,
    isOpen: true,
  },
  'get /me': {
    summary: 'Who is signed in',
    answer: ref('schemas', 'OwnAccount'),
    isOpen: true,
  },
  'get /session': {
    summary: 'How far the session reaches and when it ends',
    description: 'With `X-Background` in the header the question extends nothing.',
    answer: signedIn,
  },
  'post /touch': { summary: 'Extend the session', answer: signedIn },
  'post /verify': {
    summary: 'Show the second factor',
    body: body(shown),
    answer: signedIn,
  },
  'post /verify-options': {
    summary: 'What a browser needs to show a passkey',
    answer: object({ options: map() }),
  },
  'post /step-up': {
    summary: 'Show again who one is, for the next five minutes',
    description: 'The factor, or the password of who has none.',
    body: body({ password: text(), ...shown }),
    answer: message,
  },
  'get /factors': {
    summary: 'One’s own second factors',
    answer: object({
      factors: list(
        object({
          id: text(),
          kind: choice('code', 'passkey'),
          label: text(),
          addedAt: instant(),
          lastUsedAt: orNull(instant()),
        }),
      ),
      recoveryCodesLeft: count(),
      isRequired: yes('The practice asks everybody for one.'),
    }),
  },
  'post /factors/code/start': {
    summary: 'Begin to set up an authenticator app',
    answer: object({
      id: text(),
      secret: text('To type in.'),
      uri: text('What the picture says.'),
      qr: { description: 'The picture to scan.' },
    }),
  },
  'post /factors/code/confirm': {
    summary: 'Finish it with a first code',
    body: body({ id: text(), code: text() }, 'id', 'code'),
    answer: added,
  },
  'post /factors/passkey/start': {
    summary: 'Begin to set up a passkey',
    answer: object({ options: map() }),
  },
  'post /factors/passkey/confirm': {
    summary: 'Finish it with the answer of the browser',
    body: body({ response: map(), label: text() }, 'response'),
    answer: added,
  },
  'post /factors/:id/remove': { summary: 'Remove a factor', answer: message },
  'post /recovery-codes': {
    summary: 'Ten new recovery codes; the old ones stop working',
    answer: object({ recoveryCodes: list(text()) }),
  },
  'get /sessions': {
    summary: 'Where one is signed in',
    answer: object({
      sessions: list(
        object({
          id: text(),
          device: text(),
          ip: text(),
          startedAt: instant(),
          lastSeenAt: instant(),
          withFactor: yes(),
          isThisOne: yes(),
        }),
      ),
    }),
  },
  'post /sessions/:id/end': { summary: 'Sign out in one place', answer: ended },
  'post /sessions/end-others': { summary: 'Sign out everywhere else', answer: ended },
  'get /history': {
    summary: 'The last signings in and changes of one’s own account',
    answer: object({
      events: list(
        object({ at: instant(), action: text(), outcome: text(), method: text(), ip: text() }),
      ),
    }),
  },
  'post /password': {
    summary: 'Change one’s password',
    description: 'Everywhere else one is signed out.',
    body: body({ current: text(), password: text() }, 'current', 'password'),
    answer: ended,
  },
  'post /email': {
    summary: 'Ask for another e-mail address',
    description: 'It counts once the link that goes there was opened.',
    body: body({ email: text() }, 'email'),
    answer: message,
  },
  'post /email/confirm': {
    summary: 'Confirm the new address by its link',
    body: body({ token: text() }, 'token'),
    answer: message,
    isOpen: true,
  },
  'post /act-for': {
    summary: 'In the portal: open the pages of a patient for whom one acts, or one’s own',
    body: body({ patient: text() }, 'patient'),
    answer: message,
  },
}
