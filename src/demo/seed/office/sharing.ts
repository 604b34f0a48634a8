import { addDays } from '@/src/domain/calendarDate'
import { at, type Clinic, handOf, type Stage, workday } from '../clinic'
import { portalLogins } from '../logins'
import type { Profile } from '../profile'
import type { Hand } from '../stage'
import { oneOf } from '../story/told'
import type { Story } from '../timeline'

type Person = { patient: string; name: string; hand: Hand }

const personOf = async (stage: Stage, { email, name }: { email: string; name: string }) => {
  const { id: patient } = await oneOf(stage, 'patients', { email: { equals: email } })
  const account = await oneOf(stage, 'portal-users', { patient: { equals: patient } })
  return { patient, name, hand: stage.cast.patient(account.id) } satisfies Person
}

const doctor = {
  recipientKind: 'provider',
  recipientName: 'Dr Grace Lee',
  recipientAddress: 'Harbor Family Medicine, 88 SW Alder St, Portland; fax (503) 555-0117',
  purposeCode: 'care',
} as const

/** Nora wants her record; the clock of thirty days runs (R62). */
async function* askForRecord(stage: Stage): Story {
  yield at(addDays(stage.today, -24), '19:20')
  const nora = await personOf(stage, portalLogins.steady)
  await nora.hand.act('record-requests', 'ask', {
    input: {
      classes: 'visits diagnoses plans notes',
      format: 'pdf',
      wishes: 'I move to Eugene in summer and want to take them along.',
    },
  })
}

/** Ana lets her doctor have parts of her record, and one part of it is under Part 2 (R33, R64, R65). */
async function* releaseToDoctor(stage: Stage, clinic: Clinic): Story {
  const first = workday(addDays(stage.today, -12))
  yield at(first, '13:05')
  const ana = await personOf(stage, portalLogins.sharing)
  const kim = handOf(stage, clinic, 'kim')
  const { id: release } = await kim.act('releases', 'prepare', {
    input: {
      ...doctor,
      patient: ana.patient,
      kind: 'general',
      purpose: 'To fit her medication to the therapy.',
      classes: 'diagnoses plans notes',
      expiresOn: addDays(stage.today, 180),
    },
  })
  await kim.act('releases', 'prepare', {
    input: {
      patient: ana.patient,
      kind: 'general',
      recipientKind: 'employer',
      recipientName: 'Northside Foods, human resources',
      purposeCode: 'benefits',
      classes: 'visits',
      expiresOn: addDays(stage.today, -3),
    },
  })
  yield at(first, '18:40')
  for (const row of await stage.payload.db
    .find<{ id: string }>({
      collection: 'releases',
      where: { and: [{ patient: { equals: ana.patient } }, { status: { equals: 'pending' } }] },
      pagination: false,
    })
    .then(({ docs }) => docs))
    await ana.hand.act('releases', 'sign', {
      id: row.id,
      input: { signerName: ana.name, agree: true },
    })
  yield at(workday(addDays(first, 1)), '13:10')
  await kim.act('outside-care', 'add', {
    input: {
      patient: ana.patient,
      name: doctor.recipientName,
      profession: 'Family doctor',
      contact: doctor.recipientAddress,
      release,
    },
  })
  const note = await oneOf(
    stage,
    'progress-notes',
    { and: [{ patient: { equals: ana.patient } }, { isFinal: { equals: true } }] },
    'signedAt',
  )
  await kim.act('part2-labels', 'label', {
    input: {
      patient: ana.patient,
      collectionSlug: 'progress-notes',
      recordId: note.id,
      reason: 'It speaks of her treatment for alcohol use in our program.',
    },
  })
  yield at(workday(addDays(first, 2)), '12:35')
  await kim.act('disclosures', 'record', {
    input: {
      ...doctor,
      patient: ana.patient,
      basis: 'release',
      release,
      what: 'That she comes weekly, sleeps better, and that her dose may stay as it is.',
      sentOn: workday(addDays(first, 2)),
      method: 'spoken',
      verifiedBy: 'calledBack',
    },
  })
}

/** A lawyer's letter about Elliot, without a release in it. */
async function* lawyerWrites(stage: Stage, clinic: Clinic): Story {
  yield at(workday(addDays(stage.today, -4)), '09:25')
  const elliot = await personOf(stage, portalLogins.owing)
  await handOf(stage, clinic, 'ben').act('record-requests', 'enter', {
    input: {
      patient: elliot.patient,
      kind: 'access',
      requesterKind: 'lawyer',
      requesterName: 'Pike and Partners',
      requesterAddress: '500 SW Broadway, Portland, OR 97205',
      channel: 'letter',
      receivedOn: workday(addDays(stage.today, -4)),
      wishes: 'The complete file, for a hearing on May 30.',
    },
  })
}

/** What leaves charts in the demo; each part only where its person is told of. */
export const sharingStories = (
  stage: Stage,
  clinic: Clinic,
  profiles: readonly Profile[],
): Story[] => {
  const isThere = (email: string): boolean => profiles.some((profile) => profile.email === email)
  return [
    ...(isThere(portalLogins.steady.email) ? [askForRecord(stage)] : []),
    ...(isThere(portalLogins.sharing.email) ? [releaseToDoctor(stage, clinic)] : []),
    ...(isThere(portalLogins.owing.email) ? [lawyerWrites(stage, clinic)] : []),
  ]
}
