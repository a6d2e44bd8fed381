// Code of the function in the small landing zone that tests use: it confirms each message of its queue.
exports.handler = async (event) => ({ received: (event.Records ?? []).length });
