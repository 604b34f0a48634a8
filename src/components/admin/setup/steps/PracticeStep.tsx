import { valuesOf } from '../../record/formValues'
import { readGlobal } from '../readGlobal'
import { SetupForm } from '../SetupForm'
import { practiceFields } from '../setupFields'
import type { StepProps } from '../stepBodies'

export const PracticeStep = async ({ facts, req }: StepProps) => {
  const practice = await readGlobal(req, 'practice')
  const values = valuesOf(practiceFields, practice)
  // The name that the product starts with is nobody's.
  const own = facts.practice.isNamed ? values : { ...values, name: '' }
  return (
    <SetupForm
      fields={practiceFields}
      isPrimary={!facts.practice.isNamed || !facts.practice.hasPhone}
      label="Save and go on"
      next="/admin/setup?step=locations"
      path="/api/globals/practice"
      refusal="The practice is not saved yet"
      values={own}
    />
  )
}
