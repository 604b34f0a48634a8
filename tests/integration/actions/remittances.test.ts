import { makeOffice } from '@/tests/support/billing'
import { proveActions } from '@/tests/support/scenes/prove'
import { remittanceScenes } from '@/tests/support/scenes/remittanceScenes'

proveActions(remittanceScenes, makeOffice)
