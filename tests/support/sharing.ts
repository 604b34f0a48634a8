import type { TestApp } from './boot'
import { insert } from './people'

let count = 0

/** A signed release for Dr Lee, straight into the database. */
export const addRelease = (
  app: TestApp,
  patient: string,
  more: Record<string, unknown> = {},
): Promise<string> => {
  count += 1
  return insert(app, 'releases', {
    uniqueKey: `test-release-${count}`,
    patient,
    kind: 'general',
    status: 'active',
    classes: 'plans diagnoses',
    recipientKind: 'provider',
    recipientName: 'Dr Lee',
    purposeCode: 'care',
    expiresOn: '2026-12-31',
    preparedAt: '2026-04-01T10:00:00.000Z',
    signedAt: '2026-04-02T10:00:00.000Z',
    signerName: 'Ana Silva',
    signerKind: 'patient',
    ...more,
  })
}

/** What is asked when plans go to Dr Lee by fax. */
export const toDrLee = (patient: string, release: string, more: Record<string, unknown> = {}) => ({
  patient,
  recipientKind: 'provider',
  recipientName: 'Dr Lee',
  recipientAddress: 'Fax 541-555-0101',
  purposeCode: 'care',
  basis: 'release',
  release,
  classes: 'plans',
  method: 'fax',
  format: 'pdf',
  ...more,
})

/** A disclosure that waits to be sent, without its file. */
export const addDisclosure = (
  app: TestApp,
  patient: string,
  more: Record<string, unknown> = {},
): Promise<string> => {
  count += 1
  return insert(app, 'disclosures', {
    uniqueKey: `test-disclosure-${count}`,
    patient,
    status: 'prepared',
    basis: 'treatment',
    isCountable: false,
    isPart2: false,
    classes: 'plans',
    recipientKind: 'provider',
    recipientName: 'Dr Lee',
    purposeCode: 'care',
    method: 'fax',
    preparedAt: '2026-04-10T10:00:00.000Z',
    ...more,
  })
}

/** A request of the patient that is verified and open. */
export const addRequest = (
  app: TestApp,
  patient: string,
  more: Record<string, unknown> = {},
): Promise<string> => {
  count += 1
  return insert(app, 'record-requests', {
    uniqueKey: `test-request-${count}`,
    patient,
    kind: 'access',
    status: 'open',
    requesterKind: 'patient',
    requesterName: 'Ana Silva',
    channel: 'portal',
    receivedOn: '2026-04-10',
    dueOn: '2026-05-10',
    verifiedHow: 'portal',
    ...more,
  })
}

/** The practice as a whole, a part of it, or nothing of it as a program under 42 CFR part 2. */
export const setPart2Program = async (
  { payload: { db } }: TestApp,
  part2Program: 'none' | 'part' | 'all',
): Promise<void> => {
  const known = await db.findGlobal<Record<string, unknown>>({ slug: 'practice' })
  const isThere = Object.keys(known ?? {}).length > 0
  // MongoDB changes a global only where there is one.
  const write = isThere ? db.updateGlobal : db.createGlobal
  await write.call(db, { slug: 'practice', data: { name: 'Harbour', part2Program } })
}

/** A request to change the record, straight into the database. */
export const addAmendment = (
  app: TestApp,
  patient: string,
  more: Record<string, unknown> = {},
): Promise<string> => {
  count += 1
  return insert(app, 'amendment-requests', {
    uniqueKey: `test-amendment-${count}`,
    patient,
    status: 'open',
    about: 'identity',
    channel: 'letter',
    receivedOn: '2026-04-10',
    dueOn: '2026-06-09',
    ...more,
  })
}
