import type { ComponentChildren } from 'preact';

export interface SwitchProps {
  readonly checked: boolean;
  /** Names the switch; drawn before it. */
  readonly children: ComponentChildren;
  readonly title?: string;
  readonly class?: string;
  /** Id of the rule that it turns on and off. */
  readonly 'data-rule'?: string;
  onChange(checked: boolean): void;
}

/** Something that is on or off at once, without a button to confirm it. */
export function Switch({ checked, children, title, class: className = '', onChange, ...rest }: SwitchProps) {
  return (
    <button
      {...rest}
      type="button"
      class={`switch ${className}`}
      role="switch"
      aria-checked={checked}
      title={title}
      onClick={() => onChange(!checked)}
    >
      {children}
      <span class="track" aria-hidden="true" />
    </button>
  );
}
