import { noteHash } from '@/collections/records/notes/canonicalNote'
import { sealTexts } from '@/hooks/sealConfidential'
import type { StoredRow } from '@/src/domain/row'
import { plusMinutes, zone } from '../seed/clinic'
import { newId } from '../seed/memory/newId'
import { noteTexts } from '../seed/words/chart'
import { conditions } from '../seed/words/conditions'
import type { Somebody } from './person'
import type { Context, Visit } from './rows'

const conditionList = Object.values(conditions)

/** The signed note of a visit. */
export const noteOf = async (
  { req, stamps }: Context,
  person: Somebody,
  {
    session,
    appointment,
    visit,
    startedAt,
  }: {
    session: string
    appointment: string
    visit: Visit
    startedAt: Date
  },
): Promise<StoredRow> => {
  const condition = person.random.pick(conditionList)
  const texts = noteTexts(condition, person.random)
  const row = {
    id: newId(),
    uniqueKey: `session|${session}`,
    recordUid: crypto.randomUUID(),
    kind: 'session',
    format: 'DAP',
    session,
    appointment,
    patient: person.id,
    author: person.clinician,
    riskStatus: 'denied',
    serviceDate: visit.day,
    startedAt: startedAt.toISOString(),
    endedAt: plusMinutes(startedAt, 48).toISOString(),
    minutes: 48,
    zone,
    serviceCode: visit.code,
    placeOfService: '11',
    attendance: 'present',
    status: 'signed',
    isFinal: true,
    isShared: false,
    isOpenToProxies: true,
    isLateEntry: false,
    signedAt: plusMinutes(startedAt, 200).toISOString(),
    signedBy: person.clinician,
    signerName: 'Made for volume',
    signedZone: zone,
    ...stamps,
  }
  return {
    ...row,
    contentHash: noteHash({ ...row, ...texts }),
    sealed: await sealTexts(req, 'progress-notes', row, texts),
  }
}
