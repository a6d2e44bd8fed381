/** Where the config stands unless somebody says otherwise. */
export const CONFIG_FILE = 'landing-zone.yaml';
