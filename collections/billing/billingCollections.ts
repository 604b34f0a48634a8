import type { CollectionConfig } from 'payload'
import { Charges } from './charges/Charges'
import { ClaimBatches } from './claims/ClaimBatches'
import { ClaimLines } from './claims/ClaimLines'
import { Claims } from './claims/Claims'
import { Authorizations } from './coverage/Authorizations'
import { AuthorizationUnits } from './coverage/AuthorizationUnits'
import { EligibilityChecks } from './coverage/EligibilityChecks'
import { InsurancePolicies } from './coverage/InsurancePolicies'
import { LedgerEntries } from './ledger/LedgerEntries'
import { Postings } from './ledger/Postings'
import { Counters } from './numbers/Counters'
import { FeeSchedules } from './payers/FeeSchedules'
import { PayerEnrollments } from './payers/PayerEnrollments'
import { PayerRules } from './payers/PayerRules'
import { Payers } from './payers/Payers'
import { Payments } from './payments/Payments'
import { RemittanceItems } from './remittances/RemittanceItems'
import { Remittances } from './remittances/Remittances'
import { Statements } from './statements/Statements'

export const billingCollections: CollectionConfig[] = [
  Claims,
  Charges,
  Remittances,
  RemittanceItems,
  Statements,
  Payments,
  InsurancePolicies,
  EligibilityChecks,
  Authorizations,
  AuthorizationUnits,
  ClaimBatches,
  ClaimLines,
  Postings,
  LedgerEntries,
  Payers,
  PayerRules,
  PayerEnrollments,
  FeeSchedules,
  Counters,
]
