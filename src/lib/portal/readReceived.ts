import { accountingEndpoint } from '@/collections/records/sharing/accounting/accountingEndpoints'
import type { AccountingReport } from '@/src/domain/sharing/accountingPdf'
import type { PortalVisit } from './portalRequest'

/** Who got something of the own record, by the same door that the API has; it is logged there. */
export const readReceived = async ({ req, patientId }: PortalVisit): Promise<AccountingReport> => {
  const asked = Object.assign(Object.create(Object.getPrototypeOf(req)), req, {
    routeParams: { id: patientId },
  }) as typeof req // the same request with another address
  const response = await accountingEndpoint.handler(asked)
  return (await response.json()) as AccountingReport // the endpoint's own shape
}
