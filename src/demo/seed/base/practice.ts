import { addDays } from '@/src/domain/calendarDate'
import type { StaffName, Stage } from '../clinic'
import { consentTexts, estimateNotice, privacyNotice } from '../words/papers'
import { groupNpi } from './people'

/** Name, numbers and notices of the practice, and the texts that patients sign. */
export const makePractice = async (
  { cast, today }: Stage,
  staff: Record<StaffName, string>,
): Promise<void> => {
  await cast.staff(staff.rosa).setGlobal('practice', {
    name: 'Harbour Therapy',
    legalName: 'Harbour Therapy Group LLC',
    phone: '(503) 555-0140',
    email: 'hello@harbour.example',
    timeZone: 'America/Los_Angeles',
    npi: groupNpi,
    taxonomy: '261QM0801X',
    taxId: '931204587',
    addressLine1: '1420 SW Harbor Way',
    city: 'Portland',
    region: 'OR',
    postalCode: '97201-5103',
    submitterId: 'HARBOUR01',
    receiverId: 'NWCLEAR',
    receiverName: 'Northwest Clearinghouse',
    isTestMode: true,
    part2Program: 'part',
    privacyNotice,
    privacyNoticeEffectiveOn: addDays(today, -400),
    estimateNotice,
  })
  const imani = cast.staff(staff.imani)
  for (const text of consentTexts) {
    const row = await imani.create('consent-templates', { ...text })
    await imani.act('consent-templates', 'publish-version', { id: row.id })
  }
}
