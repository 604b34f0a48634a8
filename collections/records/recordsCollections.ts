import type { CollectionConfig } from 'payload'
import { PlanComments } from '../treatment/plans/PlanComments'
import { PlanGoals } from '../treatment/plans/PlanGoals'
import { PlanInterventions } from '../treatment/plans/PlanInterventions'
import { PlanObjectives } from '../treatment/plans/PlanObjectives'
import { PlanProblems } from '../treatment/plans/PlanProblems'
import { TreatmentPlans } from '../treatment/plans/TreatmentPlans'
import { RiskEvents } from '../treatment/risk/RiskEvents'
import { SafetyPlans } from '../treatment/risk/SafetyPlans'
import { Diagnoses } from './assessment/Diagnoses'
import { IntakeAssessments } from './assessment/IntakeAssessments'
import { MeasureResponses } from './assessment/MeasureResponses'
import { Measures } from './assessment/Measures'
import { Documents } from './Documents'
import { Addenda } from './notes/Addenda'
import { ProgressNotes } from './notes/ProgressNotes'
import { PsychotherapyNotes } from './psychotherapy/PsychotherapyNotes'
import { DestructionLines } from './retention/DestructionLines'
import { DestructionLists } from './retention/DestructionLists'
import { RetentionRules } from './retention/RetentionRules'
import { AmendmentRequests } from './sharing/amendments/AmendmentRequests'
import { Disclosures } from './sharing/disclosures/Disclosures'
import { ChartExports } from './sharing/exports/ChartExports'
import { LegalHolds } from './sharing/holds/LegalHolds'
import { OutsideCare } from './sharing/outside/OutsideCare'
import { Part2Labels } from './sharing/part2/Part2Labels'
import { Releases } from './sharing/releases/Releases'
import { RecordRequests } from './sharing/requests/RecordRequests'

export const recordsCollections: CollectionConfig[] = [
  IntakeAssessments,
  Measures,
  MeasureResponses,
  Diagnoses,
  TreatmentPlans,
  PlanProblems,
  PlanGoals,
  PlanObjectives,
  PlanInterventions,
  PlanComments,
  RiskEvents,
  SafetyPlans,
  ProgressNotes,
  Addenda,
  PsychotherapyNotes,
  Documents,
  Releases,
  Disclosures,
  ChartExports,
  RecordRequests,
  AmendmentRequests,
  OutsideCare,
  Part2Labels,
  LegalHolds,
  RetentionRules,
  DestructionLists,
  DestructionLines,
]
