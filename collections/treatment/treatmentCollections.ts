import type { CollectionConfig } from 'payload'
import { Appointments } from './Appointments'
import { Availability } from './Availability'
import { CareTeamAssignments } from './CareTeamAssignments'
import { Closures } from './Closures'
import { CalendarFeeds } from './calendarFeeds/CalendarFeeds'
import { CareEpisodes } from './episodes/CareEpisodes'
import { OnCallShifts } from './OnCallShifts'
import { Rooms } from './Rooms'
import { Sessions } from './Sessions'
import { SlotHolds } from './SlotHolds'

export const treatmentCollections: CollectionConfig[] = [
  CareTeamAssignments,
  CareEpisodes,
  Appointments,
  Sessions,
  Availability,
  Closures,
  Rooms,
  OnCallShifts,
  SlotHolds,
  CalendarFeeds,
]
