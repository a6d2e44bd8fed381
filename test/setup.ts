// The validator bundled with aws-cdk-lib costs seconds in each process; one integration test turns it on again.
process.env['CDK_VALIDATION'] = 'false';
process.env['CDK_DISABLE_LEGACY_EXPORT_WARNING'] = '1';
