import type { PayloadRequest } from 'payload'
import type { SetupFacts } from '@/src/domain/setup/facts'
import type { StepId } from '@/src/domain/setup/steps'
import { FactorStep } from './steps/FactorStep'
import { FeesStep } from './steps/FeesStep'
import { KeysStep } from './steps/KeysStep'
import { LocationsStep } from './steps/LocationsStep'
import { MailStep } from './steps/MailStep'
import { PayersStep } from './steps/PayersStep'
import { PracticeStep } from './steps/PracticeStep'
import { RoomsStep } from './steps/RoomsStep'
import { RulesStep } from './steps/RulesStep'
import { StaffStep } from './steps/StaffStep'

export type StepProps = { req: PayloadRequest; facts: SetupFacts }

type StepBody = (props: StepProps) => React.ReactNode | Promise<React.ReactNode>

export const stepBodies: Readonly<Record<StepId, StepBody>> = {
  factor: FactorStep,
  practice: PracticeStep,
  locations: LocationsStep,
  rooms: RoomsStep,
  fees: FeesStep,
  payers: PayersStep,
  rules: RulesStep,
  keys: KeysStep,
  mail: MailStep,
  staff: StaffStep,
}
