# Loaded by rt-setup-database-5 --action insert: what an administrator sets up once, queues,
# custom fields, agents and their rights. Customers and tickets come from rt-seed.
@Queues = (
  { Name => 'Support', Description => 'Questions', CorrespondAddress => 'support@fernhall.example', CommentAddress => 'support-comment@fernhall.example' },
  { Name => 'Faults', Description => 'Lines and devices that fail', CorrespondAddress => 'faults@fernhall.example' },
  { Name => 'Billing', Description => 'Invoices and payments', CorrespondAddress => 'billing@fernhall.example' },
  { Name => 'Cancellations', Description => 'Contracts that end', CorrespondAddress => 'cancel@fernhall.example' },
);
@Groups = ( { Name => 'Agents', Description => 'Contact-centre agents' } );
# An agent who lives by Berlin's clock: the server reads dates in a query by that clock.
@Users = (
  { Name => 'anna', RealName => 'Anna Berg', EmailAddress => 'anna@fernhall.example', Password => 'agentpass1', Privileged => 1, Timezone => 'Europe/Berlin' },
  { Name => 'bert', RealName => 'Bert Olsen', EmailAddress => 'bert@fernhall.example', Password => 'agentpass1', Privileged => 1, Timezone => 'America/New_York' },
);
@Members = map +{ Group => 'Agents', GroupDomain => 'UserDefined', Class => 'RT::User', Name => $_ }, qw(anna bert);
@CustomFields = (
  { Name => 'Order number', Type => 'FreeformSingle', LookupType => 'RT::Queue-RT::Ticket', Queue => 0, Description => 'Order number' },
  { Name => 'Channel', Type => 'SelectSingle', LookupType => 'RT::Queue-RT::Ticket', Queue => 0,
    Values => [ map +{ Name => $_ }, qw(phone chat email web) ] },
  { Name => 'Customer ID', Type => 'FreeformSingle', LookupType => 'RT::User', Queue => 0, Description => 'The CRM\'s number' },
);
my @agent_rights = qw(SeeQueue ShowTicket ShowTicketComments CommentOnTicket ReplyToTicket CreateTicket ModifyTicket
  OwnTicket TakeTicket ShowOutgoingEmail Watch DeleteTicket);
my @customer_rights = qw(CreateTicket ReplyToTicket);
@ACL = (
  ( map { my $queue = $_; map +{ GroupDomain => 'UserDefined', GroupId => 'Agents', Queue => $queue, Right => $_ }, @agent_rights }
    qw(Support Faults Billing Cancellations) ),
  ( map { my $queue = $_; map +{ GroupDomain => 'SystemInternal', GroupType => 'Everyone', Queue => $queue, Right => $_ }, @customer_rights }
    qw(Support Faults Billing Cancellations) ),
  # REST 2.0 shows other users' records only to AdminUsers.
  ( map +{ GroupDomain => 'UserDefined', GroupId => 'Agents', Right => $_ },
    qw(SeeCustomField ModifyCustomField ManageAuthTokens ModifySelf AdminUsers ShowUserHistory) ),
);
@Final = ( sub {
  my $out = $ENV{RT_TOKENS_OUT} or return;
  open my $file, '>', $out or die $!;
  my $user = RT::User->new(RT->SystemUser);
  $user->Load('anna');
  my $token = RT::AuthToken->new(RT->SystemUser);
  my ($id, $message, $auth) = $token->Create(Owner => $user->Id, Description => 'Foreword tests');
  die "token: $message" unless $id;
  print $file "RT_TOKEN='$auth'\n";
  close $file;
} );
1;
