'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { type Row, textIn } from '@/src/domain/row'
import type { InquiryState } from '@/src/lib/website/inquiryState'
import { publicRequest } from '@/src/lib/website/publicApi'
import { listPayers, listServices, practice } from '@/src/lib/website/records'
import { takeInquiry } from '@/src/lib/website/takeInquiry'

const attemptIn = (form: FormData): number => {
  const given = Number(form.get('attempt'))
  return Number.isInteger(given) && given >= 0 ? given : 0
}

const idsOf = (rows: readonly Row[]): string[] => rows.map((row) => textIn(row, 'id'))

/** Takes the contact form: thanks on success, otherwise the form again with everything typed. */
export const submitInquiry = async (
  _previous: InquiryState,
  form: FormData,
): Promise<InquiryState> => {
  const [req, services, payers, facts] = await Promise.all([
    publicRequest(),
    listServices(),
    listPayers(),
    practice(),
  ])
  const taken = await takeInquiry(req, {
    form,
    headers: new Headers(await headers()),
    offered: { services: idsOf(services), payers: idsOf(payers) },
    attempt: attemptIn(form),
    phone: textIn(facts, 'phone'),
  })
  if (taken.kind === 'taken') redirect('/contact/thanks')
  return taken.state
}
