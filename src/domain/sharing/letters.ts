import { formatDate } from '../calendarDate'
import { type PdfPage, writePdf } from '../pdf/writePdf'
import { type Letterhead, signedBy } from '../people/letterhead'
import { labelIn } from './codes'
import { denialGrounds, isReviewable } from './requests'

/** What a letter about a request for records says. */
export type RequestLetter = {
  kind: 'extension' | 'denial' | 'refusal'
  practice: string
  letterhead: Letterhead
  to: { name: string; addressLines: readonly string[] }
  writtenOn: string
  receivedOn: string
  dueOn: string
  /** Whose records; empty in a refusal, which neither says nor denies that there is such a patient. */
  patient: string
  reason: string
  ground: string
}

const complaint =
  'You may complain to our privacy officer at the address above, or to the Office for Civil Rights of the U.S. Department of Health and Human Services (hhs.gov/ocr/complaints). Nobody here may treat you differently because you complained.'

const bodies: Readonly<Record<RequestLetter['kind'], (letter: RequestLetter) => string[]>> = {
  extension: ({ dueOn, patient, reason, receivedOn }) => [
    `On ${formatDate(receivedOn)} we received your request for records of ${patient}.`,
    `We need more time to answer it: ${reason}`,
    `You will have our answer by ${formatDate(dueOn)}. The law allows us to extend this time only once.`,
  ],
  denial: ({ ground, patient, reason, receivedOn }) => [
    `On ${formatDate(receivedOn)} we received your request for records of ${patient}. We cannot give you all or some of what you asked for.`,
    `The ground of the law is: ${labelIn(denialGrounds, ground)} (45 CFR 164.524(a)). ${reason}`,
    isReviewable(ground)
      ? 'You may ask that a licensed professional who had no part in this decision looks at it again. Write to us or use your private page; you will have the answer in writing.'
      : 'The law gives no second look at this ground.',
    complaint,
  ],
  refusal: ({ receivedOn }) => [
    `We received your letter on ${formatDate(receivedOn)}.`,
    'Federal and state law does not allow us to say whether a person is or was a patient here, or to disclose any record, without an authorization that the person has signed, or an order of a court that the law accepts. A letter or a subpoena signed by an attorney alone is not enough.',
    'If you have such an authorization, please send it with the elements of 45 CFR 164.508(c). If a court has made an order, please send a certified copy. For records of treatment of substance use an order under 42 CFR part 2, subpart E is needed.',
    'Nothing in this letter says that we have any record of the person you name.',
  ],
}

const titles: Readonly<Record<RequestLetter['kind'], string>> = {
  extension: 'More time for your request',
  denial: 'Our answer to your request',
  refusal: 'Your letter',
}

const writeLetter = (page: PdfPage, letter: RequestLetter): void => {
  const { letterhead, practice, to } = letter
  const [sender = '', ...place] = letterhead.senderLines
  page.title(sender)
  page.paragraph(place.join('\n'))
  page.paragraph([to.name, ...to.addressLines].filter(Boolean).join('\n'))
  page.paragraph(formatDate(letter.writtenOn))
  page.heading(titles[letter.kind])
  for (const text of bodies[letter.kind](letter)) page.paragraph(text)
  const signer = ['Privacy officer', signedBy(letterhead, practice)].filter(Boolean).join(', ')
  page.paragraph(`Sincerely,\n\n\n${signer}`)
}

export const letterPdf = (letter: RequestLetter): Promise<Uint8Array> =>
  writePdf(
    {
      title: titles[letter.kind],
      author: signedBy(letter.letterhead, letter.practice),
      createdAt: new Date(`${letter.writtenOn}T12:00:00Z`),
      footer: signedBy(letter.letterhead, letter.practice),
    },
    (page) => writeLetter(page, letter),
  )
