import { makeOffice } from '@/tests/support/billing'
import { chargeScenes } from '@/tests/support/scenes/chargeScenes'
import { proveActions } from '@/tests/support/scenes/prove'

proveActions(chargeScenes, makeOffice)
