import { AppError } from '#shared/contract/errors.ts';
import { type HostSettings, hostSettings } from '#shared/contract/system.ts';
import type { Policy } from '#shared/domain/policy.ts';

/** What a host answers before anything was chosen. */
export function defaultSettings(policy: Policy): HostSettings {
  const settings: HostSettings = {
    colorScheme: 'auto',
    singleKeys: true,
    screenCapture: policy.allowScreenCapture === true,
    lockAfterMinutes: 15,
  };
  return within(settings, policy);
}

/**
 * The settings of what is stored, always within the policy. A setting that the file does not have yet, or that another
 * version wrote differently, is as at the start.
 */
export function settingsFrom(stored: unknown, policy: Policy): HostSettings {
  const usual = defaultSettings(policy);
  const { colorScheme, singleKeys, screenCapture, lockAfterMinutes } = hostSettings.shape;
  const tolerant = hostSettings.extend({
    colorScheme: colorScheme.catch(usual.colorScheme),
    singleKeys: singleKeys.catch(usual.singleKeys),
    screenCapture: screenCapture.catch(usual.screenCapture),
    lockAfterMinutes: lockAfterMinutes.catch(usual.lockAfterMinutes),
  });
  return within(tolerant.catch(usual).parse(stored), policy);
}

/** What changing a setting touches in a host. */
export interface SettingsPlace {
  readonly policy: Policy;
  current(): HostSettings;
  write(settings: HostSettings): void | Promise<void>;
  /** Writes the change of screen capture into the audit log; rejects while no workspace is open. */
  note(kind: 'screen-capture-on' | 'screen-capture-off'): Promise<unknown>;
}

/**
 * Stores what is wanted. Rejects with `forbidden-by-policy` outside the policy. Screen capture changes only after the
 * audit log has it: a change that cannot be logged is none.
 */
export async function changeSettings(wanted: HostSettings, place: SettingsPlace): Promise<HostSettings> {
  const allowed = within(wanted, place.policy);
  if (allowed.screenCapture !== wanted.screenCapture || allowed.lockAfterMinutes !== wanted.lockAfterMinutes) {
    throw new AppError('forbidden-by-policy', 'the settings are outside the policy');
  }
  if (wanted.screenCapture !== place.current().screenCapture) {
    await place.note(wanted.screenCapture ? 'screen-capture-on' : 'screen-capture-off');
  }
  await place.write(wanted);
  return wanted;
}

function within(settings: HostSettings, { allowScreenCapture, lockAfterMinutes }: Policy): HostSettings {
  const longest = lockAfterMinutes ?? settings.lockAfterMinutes;
  return {
    ...settings,
    screenCapture: settings.screenCapture && allowScreenCapture !== false,
    lockAfterMinutes: longest < settings.lockAfterMinutes ? longest : settings.lockAfterMinutes,
  };
}
