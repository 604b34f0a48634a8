import { emergencyScenes } from '@/tests/support/scenes/emergencyScenes'
import { proveActions } from '@/tests/support/scenes/prove'
import { makeStage } from '@/tests/support/scenes/stage'

proveActions(emergencyScenes, makeStage)
