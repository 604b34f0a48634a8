import { intakeScenes } from '@/tests/support/scenes/intakeScenes'
import { proveRules } from '@/tests/support/scenes/proveRules'
import { makeStage } from '@/tests/support/scenes/stage'

proveRules(intakeScenes, makeStage)
