/** What the practice's settings say; a claim that depends on them is left out where they say otherwise. */
export type TrustSettings = {
  isFactorRequired: boolean
  staffIdleMinutes: number
  portalIdleMinutes: number
}

/** The test that fails when a claim stops being true: its file and its title there. */
type Proof = { file: string; title: string }

export type Claim = {
  id: string
  /** For somebody who is thinking about coming; null where the practice's settings do not bear it out. */
  says: (settings: TrustSettings) => string | null
  proofs: readonly [Proof, ...Proof[]]
}

export type ClaimGroup = { id: string; title: string; claims: readonly Claim[] }

const always = (sentence: string) => () => sentence

/** Everything that the page "How we keep what you tell us" promises. */
export const claimGroups: readonly ClaimGroup[] = [
  {
    id: 'who',
    title: 'Who can read it',
    claims: [
      {
        id: 'need-to-know',
        says: always(
          'Only the people who care for you, and who must know it for their work, can open your record. One table says who may do what; the software refuses the rest, and does not even say that there is something.',
        ),
        proofs: [
          {
            file: 'tests/security/policy.test.ts',
            title: 'shows every principal exactly the rows the table says, twin by twin',
          },
          {
            file: 'tests/security/policy.test.ts',
            title: 'lets nobody create, change or delete beyond the table',
          },
        ],
      },
      {
        id: 'private-notes',
        says: always(
          'Notes that your therapist keeps for themselves alone are read by nobody else: no colleague, no manager, no other software.',
        ),
        proofs: [
          {
            file: 'tests/integration/records/psychotherapy.test.ts',
            title: 'reaches no other principal by any door',
          },
        ],
      },
      {
        id: 'emergency',
        says: always(
          'In an emergency a leader of the practice can open one record for an hour, to read. They write down why, your therapist is told at once, you see it, and somebody else checks it.',
        ),
        proofs: [
          {
            file: 'tests/integration/emergency.test.ts',
            title: 'opens one chart to read, and nothing else of it or of anybody',
          },
          {
            file: 'tests/integration/emergency.test.ts',
            title:
              'is reviewed by somebody else, with a finding; until then an overdue one blocks the next',
          },
        ],
      },
      {
        id: 'two-decide',
        says: always(
          'Nobody gives themselves more access. A change of somebody’s role is confirmed by a second person; where there is only one who could, it is marked and looked at.',
        ),
        proofs: [
          {
            file: 'tests/integration/people/roleGrants.test.ts',
            title: 'is granted by nobody to themselves',
          },
          {
            file: 'tests/integration/people/roleGrants.test.ts',
            title:
              'takes effect at once without a second owner, is marked so and shown to compliance',
          },
        ],
      },
      {
        id: 'leavers',
        says: always('Who stops working here is out at once: sign-in, open pages and links end.'),
        proofs: [
          {
            file: 'tests/integration/signIn/sessions.test.ts',
            title: 'is nobody at once: sessions, links and the password',
          },
        ],
      },
    ],
  },
  {
    id: 'see',
    title: 'What you can see and decide',
    claims: [
      {
        id: 'who-saw',
        says: always(
          'Every opening of your record is written down, and on your private page you see who it was and when.',
        ),
        proofs: [
          {
            file: 'tests/integration/audit/viewer.test.ts',
            title: 'never shows what concerns only another patient, nor private notes',
          },
        ],
      },
      {
        id: 'log',
        says: always(
          'Nobody can change that list without its showing, not even we: its lines are chained and signed.',
        ),
        proofs: [
          {
            file: 'tests/integration/audit/chain.test.ts',
            title: 'names an event whose column was changed',
          },
          {
            file: 'tests/integration/audit/chain.test.ts',
            title:
              'names an event that was removed from the middle, from the beginning and from the end',
          },
        ],
      },
      {
        id: 'release',
        says: always(
          'Others get something about you only with your signed permission or where the law demands it. When you take a permission back, what waits to be sent is stopped.',
        ),
        proofs: [
          {
            file: 'tests/integration/sharing/releases.test.ts',
            title:
              'cancels at once what waits to be sent, with its sentence, and nothing more leaves under it',
          },
        ],
      },
    ],
  },
  {
    id: 'kept',
    title: 'How it is kept',
    claims: [
      {
        id: 'encrypted',
        says: always(
          'What you tell us, write to us or send us is encrypted where it is stored, under a key of your own. A stolen copy of the database shows none of it. Names, appointments and bills are not encrypted one by one.',
        ),
        proofs: [
          {
            file: 'tests/integration/stolenCopy.test.ts',
            title: 'holds no sentence that anybody told, wrote or handed in',
          },
        ],
      },
      {
        id: 'backups',
        says: always('Backups are encrypted as a whole.'),
        proofs: [
          {
            file: 'tests/integration/backup.test.ts',
            title: 'shows nothing to whoever lacks the passphrase, and leaves no copy behind',
          },
        ],
      },
      {
        id: 'destroyed',
        says: always(
          'When the time that the law demands is over, two people agree before a record is destroyed, and then nothing of it is left in our database and files.',
        ),
        proofs: [
          {
            file: 'tests/integration/records/R67-destruction.test.ts',
            title: 'is approved by compliance and the owner, never by one person in both roles',
          },
          {
            file: 'tests/integration/records/R67-destruction.test.ts',
            title:
              'goes on after a crash and leaves nothing of it in database and files, and everything of others',
          },
        ],
      },
    ],
  },
  {
    id: 'sign-in',
    title: 'Signing in',
    claims: [
      {
        id: 'second-factor',
        says: ({ isFactorRequired }) =>
          isFactorRequired
            ? 'Everybody who works here signs in with a second proof besides the password.'
            : null,
        proofs: [
          {
            file: 'tests/integration/signIn/gate.test.ts',
            title: 'gets from every reading door what nobody gets',
          },
        ],
      },
      {
        id: 'idle',
        says: ({ staffIdleMinutes, portalIdleMinutes }) =>
          `A screen that somebody leaves open is signed out after ${staffIdleMinutes} minutes here, and your private page after ${portalIdleMinutes}.`,
        proofs: [
          {
            file: 'tests/integration/signIn/sessions.test.ts',
            title: 'lasts as long as the practice sets, within its bounds',
          },
        ],
      },
    ],
  },
  {
    id: 'website',
    title: 'This website',
    claims: [
      {
        id: 'strangers',
        says: always('It loads nothing from other companies and runs no script but its own.'),
        proofs: [
          { file: 'tests/e2e/pages.spec.ts', title: 'the website reads well for everybody' },
          {
            file: 'tests/integration/platform.test.ts',
            title: 'allow no script that is not ours, in any zone',
          },
        ],
      },
    ],
  },
]
