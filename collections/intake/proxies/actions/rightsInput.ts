import { flag } from '@/collections/fields/actionInputs'
import type { ActionField } from '@/hooks/actions/define'
import { PROXY_RIGHTS } from '@/src/domain/people/proxies'

/** The four rights, each ticked on its own: nothing is given that nobody ticked. */
export const rightsInput = {
  mayReadRecords: flag(),
  mayBook: flag(),
  mayBilling: flag(),
  mayConsent: flag(),
}

export const rightsFields: ActionField[] = PROXY_RIGHTS.map(({ name, label }) => ({
  name,
  label,
  type: 'checkbox',
}))
