import { proveActions } from '@/tests/support/scenes/prove'
import { makeStage } from '@/tests/support/scenes/stage'
import { webhookScenes } from '@/tests/support/scenes/webhookScenes'

proveActions(webhookScenes, makeStage)
