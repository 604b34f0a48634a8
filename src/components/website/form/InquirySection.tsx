import { type Visit, visitParameters } from '@/src/domain/outreach/visit'
import { stateNames } from '@/src/domain/outreach/vocabulary'
import { type Row, textIn } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { issueFormToken } from '@/src/lib/website/formToken'
import { emptyInquiry } from '@/src/lib/website/inquiryFields'
import type { InquiryState } from '@/src/lib/website/inquiryState'
import { publicRequest } from '@/src/lib/website/publicApi'
import { listPayers, listServices, practice } from '@/src/lib/website/records'
import { inquiryFormName } from '@/src/lib/website/takeInquiry'
import { InquiryForm } from './InquiryForm'

const optionsOf = (rows: readonly Row[], name: string) =>
  rows.map((row) => ({ value: textIn(row, 'id'), label: textIn(row, name) }))

/** The contact form with what it offers, ready to be sent without any script. */
export const InquirySection = async ({ visit, service }: { visit: Visit; service?: string }) => {
  const [req, services, payers, facts] = await Promise.all([
    publicRequest(),
    listServices(),
    listPayers(),
    practice(),
  ])
  const chosen = services.find((row) => textIn(row, 'slug') === service)
  const token = issueFormToken({
    secret: req.payload.secret,
    form: inquiryFormName,
    now: clock.wall(),
  })
  const start: InquiryState = {
    values: {
      ...emptyInquiry,
      service: textIn(chosen ?? null, 'id'),
      state: textIn(facts, 'region') in stateNames ? textIn(facts, 'region') : '',
    },
    errors: {},
    notice: '',
    token,
    attempt: 0,
  }
  return (
    <InquiryForm
      start={start}
      carried={visitParameters(visit)}
      services={optionsOf(services, 'title')}
      payers={optionsOf(payers, 'name')}
      states={Object.entries(stateNames).map(([value, label]) => ({ value, label }))}
    />
  )
}
