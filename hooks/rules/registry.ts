import { recordsCannotBeDeleted } from './records/R60-records-cannot-be-deleted'
import { apiClientsDoWhatTheyWereGranted } from './system/R107-api-clients-do-what-they-were-granted'
import type { AnyRule } from './rule'

/** Every workflow rule, in the order of the rule list. */
export const rules: readonly AnyRule[] = [recordsCannotBeDeleted, apiClientsDoWhatTheyWereGranted]
