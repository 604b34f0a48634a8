import { nothingPersonalInAddresses } from './outreach/R100-nothing-personal-in-addresses'
import { directoryShowsWhoCanTakePeople } from './outreach/R105-directory-shows-who-can-take-people'
import { recordsCannotBeDeleted } from './records/R60-records-cannot-be-deleted'
import { apiClientsDoWhatTheyWereGranted } from './system/R107-api-clients-do-what-they-were-granted'
import type { AnyRule } from './rule'

/** Every workflow rule, in the order of the rule list. */
export const rules: readonly AnyRule[] = [
  recordsCannotBeDeleted,
  nothingPersonalInAddresses,
  directoryShowsWhoCanTakePeople,
  apiClientsDoWhatTheyWereGranted,
]
