import { intakeScenes } from '@/tests/support/scenes/intakeScenes'
import { proveActions } from '@/tests/support/scenes/prove'
import { makeStage } from '@/tests/support/scenes/stage'

proveActions(intakeScenes, makeStage)
