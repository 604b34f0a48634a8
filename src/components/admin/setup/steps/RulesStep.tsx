import { valuesOf } from '../../record/formValues'
import { readGlobal } from '../readGlobal'
import { SetupForm } from '../SetupForm'
import { ruleFields } from '../setupFields'
import type { StepProps } from '../stepBodies'

export const RulesStep = async ({ facts, req }: StepProps) => {
  const { practice } = await readGlobal(req, 'rule-settings')
  return (
    <>
      <p>
        These are what practices decide differently.{' '}
        <a href="/admin/globals/rule-settings">All numbers</a>, and exceptions for a payer, a state
        or a service, are in the rule settings; <a href="/admin/rule-book">the rule book</a> says
        what each rule does.
      </p>
      <SetupForm
        fields={ruleFields}
        group="practice"
        isPrimary={!facts.areRulesLookedAt}
        label="Save and go on"
        next="/admin/setup?step=keys"
        path="/api/globals/rule-settings"
        refusal="The rules are not saved yet"
        values={valuesOf(ruleFields, (practice ?? {}) as Record<string, unknown>)}
      />
    </>
  )
}
