import { proveActions } from '@/tests/support/scenes/prove'
import { retentionScenes } from '@/tests/support/scenes/retentionScenes'
import { makeStage } from '@/tests/support/scenes/stage'

proveActions(retentionScenes, makeStage)
