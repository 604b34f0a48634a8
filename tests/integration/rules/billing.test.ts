import { makeOffice } from '@/tests/support/billing'
import { chargeScenes } from '@/tests/support/scenes/chargeScenes'
import { proveRules } from '@/tests/support/scenes/proveRules'
import { remittanceScenes } from '@/tests/support/scenes/remittanceScenes'

proveRules({ ...chargeScenes, ...remittanceScenes }, makeOffice)
