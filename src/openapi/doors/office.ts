import {
  body,
  choice,
  count,
  csv,
  day,
  instant,
  list,
  map,
  message,
  number,
  object,
  orNull,
  pdf,
  proof,
  type Said,
  text,
  yes,
} from './said'

const filing = object({ deadline: orNull(day()), daysLeft: orNull(count()), isUrgent: yes() })

const funnelRow = object(
  {
    source: text(),
    inquiries: orNull(count()),
    intakes: orNull(count()),
    keptSessions: orNull(count()),
    revenueCents: orNull(count()),
    payers: orNull(count()),
  },
  'payers',
)

const logFilter = {
  patient: text('Id of a patient.'),
  actor: text('Id of a person or a program.'),
  action: text(),
  from: day(),
  to: day(),
}

const figure = object({
  key: text(),
  unit: text(),
  value: orNull(number()),
  numerator: number(),
  denominator: orNull(number()),
  trend: list(orNull(number())),
  label: text(),
  about: text(),
  list: orNull(text('The page that lists what it is made of.')),
  parts: list(map()),
})

/** Doors about money, the practice and its people. */
export const officeDoors: Readonly<Record<string, Said>> = {
  'post /remittances': {
    summary: 'Hand in an 835',
    description:
      'As `{ text }`, as a file (multipart `file`) or as text/plain. The same file again answers 200 and changes nothing.',
    body: body({ text: text(), fileName: text() }, 'text'),
    answer: object({
      id: text(),
      isDuplicate: yes(),
      remittances: list(map()),
      message: text(),
    }),
    status: 201,
  },
  'get /charges/unbilled': {
    summary: 'Completed sessions that nobody was asked to pay for, oldest first',
    query: { limit: count() },
    answer: object({ docs: list(map()), totalDocs: count(), totalCents: count() }),
  },
  'get /ledger-entries/aging': {
    summary: 'What payers and patients owe, by days since the service (F38)',
    answer: object({
      today: day(),
      buckets: list(text()),
      rows: list(
        object({
          payer: orNull(text()),
          name: text(),
          cents: list(count()),
          totalCents: count(),
        }),
      ),
      total: object({ cents: list(count()), totalCents: count() }),
      unappliedCents: count(),
    }),
  },
  'get /claims/:id/readiness': {
    summary: 'Every check of a claim, good or bad, and where to mend it',
    answer: object({
      ready: yes(),
      findings: list(
        object(
          {
            ok: yes(),
            ruleId: text(),
            path: text(),
            message: text(),
            fix: object({ label: text(), target: text(), url: text() }),
          },
          'ruleId',
        ),
      ),
      filing,
    }),
  },
  'get /claim-batches/:id/file': {
    summary: 'The 837P as sent',
    gives: 'application/edi-x12',
  },
  'get /insurance-policies/:id/eligibility': {
    summary: 'How fresh the last answer about coverage is (R14)',
    answer: object({
      lastCheckedOn: orNull(day()),
      ageDays: orNull(count()),
      state: text(),
      message: text(),
    }),
  },
  'get /statements/balance': {
    summary: 'What a patient owes and what payers owe for them',
    query: { patient: text('Needed from staff; a patient asks about themselves.') },
    answer: object({
      patient: text(),
      dueCents: count(),
      unappliedCents: count(),
      netDueCents: count(),
      payersDueCents: count(),
      waitingCount: count('Charges that a payer has not finished with.'),
      statement: {
        ...object({
          id: text(),
          statementNumber: text(),
          statementDate: day(),
          dueDate: day(),
          totalCents: count(),
          payableCents: count(),
        }),
        type: ['object', 'null'],
      },
    }),
  },
  'get /statements/:id/pdf': { summary: 'The statement as it was sent', gives: pdf },
  'get /campaigns/funnel': {
    summary: 'From inquiries to revenue, by source',
    description:
      'Exact for the owner, of any days. Everybody else reads three whole months that end with the month of `to`, without cells that could be one person.',
    query: { from: day(), to: day() },
    answer: object({
      from: day(),
      to: day(),
      isMasked: yes(),
      threshold: orNull(count()),
      rows: list(funnelRow),
      total: funnelRow,
      costs: list(object({ source: text(), costCents: count() })),
    }),
  },
  'get /figures': {
    summary: 'The practice in figures, with the twelve weeks before',
    description: 'For owner, clinical director and compliance. `format=csv` answers a file.',
    query: { format: choice('csv') },
    answer: object({ today: day(), weeks: list(day()), figures: list(figure) }),
  },
  'get /trust': {
    summary: 'What reviewers ask, answered from live data',
    answer: object({
      groups: list(
        object({
          id: text(),
          title: text(),
          answers: list(
            object({ id: text(), question: text(), says: list(text()), href: text() }, 'href'),
          ),
        }),
      ),
    }),
  },
  'get /audit-events/search': {
    summary: 'Lines of the access log in words, newest first',
    query: { ...logFilter, before: instant('The `next` of the last answer.') },
    answer: object({
      lines: list(
        object({
          id: text(),
          at: instant(),
          who: text(),
          role: text(),
          what: text(),
          patients: list(text()),
          morePatients: count(),
          outcome: text(),
          surface: text(),
          why: text(),
          isEmergency: yes(),
        }),
      ),
      next: orNull(instant()),
    }),
  },
  'post /audit-events/export': {
    summary: 'The same as a file',
    description: 'Asks the person again; the log says who took it and what for.',
    body: body({ purpose: text(), ...logFilter, ...proof }, 'purpose'),
    gives: csv,
  },
  'get /staff/:id/open-work': {
    summary: 'What waits for somebody who leaves (R97)',
    answer: object({
      person: object({
        id: text(),
        name: text(),
        isActive: yes(),
        rev: count(),
        leftAt: text(),
      }),
      open: map(list(object({ id: text(), label: text(), at: text() }))),
      grants: count(),
      sessions: count(),
    }),
  },
  'post /staff/:id/hand-over': {
    summary: 'Hand it over to one colleague, whole or in parts',
    description: 'Asks the person again. What a rule keeps stays, with its sentence.',
    body: body(
      {
        to: text('Who takes over.'),
        kinds: list(text('All of them unless said.')),
        ids: list(text('Only these records.')),
        ...proof,
      },
      'to',
    ),
    answer: object({ moved: count(), ended: count(), stays: count(), lines: list(map()) }),
  },
  'get /globals/setup/checklist': {
    summary: 'The steps of the guided start, and what is missing before the first patient',
    answer: object({
      isReady: yes(),
      isFinished: yes(),
      missing: count(),
      steps: list(object({ id: text(), title: text(), state: text() })),
      items: list(
        object({
          id: text(),
          isMet: yes(),
          message: text(),
          fixUrl: text(),
          isNeeded: yes(),
        }),
      ),
    }),
  },
  'post /globals/setup/key-copy': {
    summary: 'Prove that a copy of the keys can be read',
    body: body({ fingerprint: text('As `npm run keys:copy` printed it.') }, 'fingerprint'),
    answer: message,
  },
  'post /globals/setup/mail-test': {
    summary: 'Send a test through the mail server to oneself',
    answer: message,
  },
  'post /globals/setup/leave-out': {
    summary: 'Go on without a step',
    body: body({ step: text() }, 'step'),
    answer: message,
  },
  'post /globals/setup/finish': { summary: 'Finish the guided start', answer: message },
}
