"""A notice comes in: the shipped catalogue is read, checked and handed over as domain.notice.Notice."""
