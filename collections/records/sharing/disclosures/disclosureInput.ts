import type { z } from 'zod'
import { optionalText, requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import type { ActionField } from '@/hooks/actions/define'
import { codesOf } from '@/src/domain/sharing/codes'
import { legalBases } from '@/src/domain/sharing/legalBases'
import { recipientKinds, sharingPurposes } from '@/src/domain/sharing/recipients'
import { patientQuestion } from '../sharingInput'

/** Who it is for, and why: asked of everything that leaves a chart (R61). */
export const aboutInput = () => ({
  patient: requiredText('Choose whose record it is.', 80),
  recipientKind: requiredChoice(
    codesOf(recipientKinds),
    'Who is this for? Say what kind of recipient it is.',
  ),
  recipientName: requiredText('Who is this for? Write the name.', 200),
  recipientAddress: optionalText(500),
  purposeCode: requiredChoice(
    codesOf(sharingPurposes),
    'Why does it go there? Choose what it is for.',
  ),
  purpose: optionalText(1000),
  basis: requiredChoice(codesOf(legalBases), 'Say on what ground it may go there.'),
  release: optionalText(80),
})

export type About = {
  [Name in keyof ReturnType<typeof aboutInput>]: z.output<ReturnType<typeof aboutInput>[Name]>
}

export const aboutQuestions: readonly ActionField[] = [
  patientQuestion,
  {
    name: 'recipientKind',
    label: 'Kind of recipient',
    type: 'select',
    isRequired: true,
    options: recipientKinds,
  },
  { name: 'recipientName', label: 'Who is this for', type: 'text', isRequired: true },
  { name: 'recipientAddress', label: 'Address, fax or e-mail', type: 'text' },
  {
    name: 'purposeCode',
    label: 'What for',
    type: 'select',
    isRequired: true,
    options: sharingPurposes,
  },
  { name: 'purpose', label: 'More about it', type: 'text' },
  { name: 'basis', label: 'On what ground', type: 'select', isRequired: true, options: legalBases },
  {
    name: 'release',
    label: 'Release that allows it',
    type: 'relationship',
    relationTo: 'releases',
    help: 'Needed when the ground is a release. Its terms are checked again when it is sent.',
  },
]
