import { addDays } from '@/src/domain/calendarDate'
import { clock } from '@/src/lib/clock'
import { hashPassword } from '@/src/lib/crypto'
import { at, type Clinic, type Stage, workday } from '../clinic'
import { demoPassword } from '../logins'
import { makePayers } from './billing'
import { makeCampaigns } from './campaigns'
import { makeCredentials, makePeople } from './people'
import { makeHours, makePlaces } from './places'
import { makePractice } from './practice'
import { makeClosure, makeReferrers, makeWebsite } from './website'

/** The practice as it stands before its first patient of the story, a week before the history begins. */
export const makeBase = async (stage: Stage): Promise<Clinic> => {
  const { say, today, weeks } = stage
  clock.freeze(at(workday(addDays(today, -7 * weeks - 7)), '09:00'))
  say('Staff and licenses ...')
  const passwordHash = await hashPassword(demoPassword)
  // Everybody may try the demo with the password alone; its banner says so.
  await stage.payload.updateGlobal({
    slug: 'sign-in-settings' as never, // slugs are data here
    data: { isFactorRequired: false },
  })
  // Harbour Therapy was started long ago.
  await stage.payload.updateGlobal({
    slug: 'setup' as never, // slugs are data here
    data: { finishedAt: clock.now().toISOString() },
  })
  const staff = await makePeople(stage, passwordHash)
  say('Practice and the texts that patients sign ...')
  await makePractice(stage, staff)
  await makeCredentials(stage, staff)
  say('Locations, rooms and hours ...')
  const { places, rooms } = await makePlaces(stage, staff)
  await makeHours(stage, { staff, places })
  say('Payers and fees ...')
  const payers = await makePayers(stage, staff)
  say('Website and campaigns ...')
  const services = await makeWebsite(stage, staff)
  await makeCampaigns(stage, staff)
  await makeReferrers(stage, staff)
  await makeClosure(stage, staff)
  return { staff, places, rooms, payers, services, passwordHash }
}
