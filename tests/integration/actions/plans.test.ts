import { planScenes } from '@/tests/support/scenes/planScenes'
import { proveActions } from '@/tests/support/scenes/prove'
import { makeStage } from '@/tests/support/scenes/stage'

proveActions(planScenes, makeStage)
