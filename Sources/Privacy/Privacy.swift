// The room of what must not be published: personal data and secrets.
