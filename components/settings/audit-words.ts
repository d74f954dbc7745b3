/** `segment.saveDraft` → `Segment: save draft`. */
export function actionWords(action: string): string {
  const [noun = '', verb = ''] = action.split('.');
  return `${capital(words(noun))}: ${words(verb)}`;
}

/** `responseSlaHours` → `Response sla hours`. */
export function keyWords(key: string): string {
  return capital(words(key));
}

function words(text: string): string {
  return text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
