import type { SingleRelationshipField } from 'payload'
import { managed } from '../../fields/managed'

const isFixed = () => false

/** Whose record it is; chosen when it is made and never changed afterwards. */
export const patientField = (): SingleRelationshipField => ({
  name: 'patient',
  type: 'relationship',
  relationTo: 'patients',
  required: true,
  index: true,
  access: { update: isFixed },
})

/** The same where a hook takes the patient over from the record this one hangs on. */
export const inheritedPatientField = (): SingleRelationshipField =>
  managed<SingleRelationshipField>({
    name: 'patient',
    type: 'relationship',
    relationTo: 'patients',
    required: true,
    index: true,
  })

/** A relation that is chosen when the record is made and stays. */
export const fixedRelation = ({
  name,
  relationTo,
  label,
  required,
}: {
  name: string
  relationTo: string
  label?: string
  required?: boolean
}): SingleRelationshipField => ({
  name,
  label,
  type: 'relationship',
  relationTo,
  required,
  index: true,
  access: { update: isFixed },
})
